# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A numba type for several pixels side by side: an LLVM vector of float32 or float64.

Kernels that are written with it read like scalar code and run on the widest vector instructions of
the machine, without depending on what LLVM's loop vectoriser makes of aliasing arrays: the same
kernels pixel by pixel take five to nine times as long, with lanes as inner loops three times (the
normal equations of a network) to twenty times (sums of products). A lane never sees its neighbours,
so that a pixel's result does not depend on the batch that it came in.

Each family of kernels has its own number of lanes, by :func:`vectors_of`: chains of additions want
many at a time (16 against 8 save the time series a third), many sums at a time want few. All other
functions take any vectors. All work inside of ``@njit`` functions only. Places are in lanes of a
flat array (or behind :func:`place_in`), offsets in its elements; neither is checked.
"""

from __future__ import annotations

import operator

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, models, overload, register_model

_INT32 = ir.IntType(32)


class VectorType(types.Type):
    """Numba's type of a vector of some float32 or float64 values."""

    def __init__(self, bits, lanes):
        super().__init__(name=f"Pixels{lanes}x{bits}")
        self.bits, self.lanes = bits, lanes

    @property
    def llvm(self):
        """LLVM's type."""
        return ir.VectorType(ir.FloatType() if self.bits == 32 else ir.DoubleType(), self.lanes)


@register_model(VectorType)
class _VectorModel(models.PrimitiveModel):
    def __init__(self, manager, kind):
        super().__init__(manager, kind, kind.llvm)


def _lane(index):
    return ir.Constant(_INT32, index)


def _bits_of(array):
    return 32 if array.dtype == types.float32 else 64


def _data(context, builder, signature, args):
    kind = signature.args[0]
    if isinstance(kind, types.CPointer):
        return args[0]
    return context.make_array(kind)(context, builder, args[0]).data


def _pointer(context, builder, signature, args, scale, vector):
    data = _data(context, builder, signature, args)
    offset = builder.mul(args[1], ir.Constant(args[1].type, scale))
    return builder.bitcast(builder.gep(data, [offset]), vector.as_pointer())


def _loader(lanes, scale, widened):
    @intrinsic
    def load(typing, array, place):
        bits = _bits_of(array)
        own, double = VectorType(bits, lanes), VectorType(64, lanes)

        def code(context, builder, signature, args):
            pointer = _pointer(context, builder, signature, args, scale, own.llvm)
            value = builder.load(pointer, align=bits // 8)
            return builder.fpext(value, double.llvm) if widened and bits == 32 else value

        return (double if widened else own)(array, types.intp), code

    return load


def _filled(builder, kind, value):
    empty = ir.Constant(kind.llvm, ir.Undefined)
    one = builder.insert_element(empty, value, _lane(0))
    zeros = ir.Constant(ir.VectorType(_INT32, kind.lanes), [0] * kind.lanes)
    return builder.shuffle_vector(one, empty, zeros)


def _filler(lanes, bits):
    kind = VectorType(bits, lanes)

    @intrinsic
    def full(typing, value):
        def code(context, builder, signature, args):
            return _filled(builder, kind, args[0])

        return kind(types.float32 if bits == 32 else types.float64), code

    return full


def vectors_of(lanes, *names):
    """Functions that make vectors of some lanes.

    Parameters
    ----------
    lanes : int
    names : str
        Of the functions: ``load(array, place)``, lanes number `place` of a flat array in its own
        precision; ``wide(array, place)``, the same as float64; ``load_at`` and ``wide_at``, from an
        offset on; ``full(value)`` and ``full32(value)``, the same float64 or float32 in all lanes.

    Returns
    -------
    list of function
    """
    made = {
        "load": _loader(lanes, lanes, False), "load_at": _loader(lanes, 1, False),
        "wide": _loader(lanes, lanes, True), "wide_at": _loader(lanes, 1, True),
        "full": _filler(lanes, 64), "full32": _filler(lanes, 32),
    }  # fmt: skip
    return [made[name] for name in names]


def batches_of(width):
    """Functions for batches of so many bytes: twice as many lanes in float32 as in float64.

    Parameters
    ----------
    width : int

    Returns
    -------
    tuple of function
        ``load(array, place)``, batch number `place` of a flat array; ``load_as(values, offset,
        like)``, from an offset of float32 values on, as many and as precise as a batch of `like`;
        ``alike(like, value)``, the same in all lanes of such a batch.
    """

    def kind_of(array):
        bits = _bits_of(array)
        return VectorType(bits, 8 * width // bits)

    @intrinsic
    def load(typing, array, place):
        kind = kind_of(array)

        def code(context, builder, signature, args):
            pointer = _pointer(context, builder, signature, args, kind.lanes, kind.llvm)
            return builder.load(pointer, align=kind.bits // 8)

        return kind(array, types.intp), code

    @intrinsic
    def load_as(typing, values, offset, like):
        kind = kind_of(like)
        own = VectorType(32, kind.lanes)

        def code(context, builder, signature, args):
            pointer = _pointer(context, builder, signature, args, 1, own.llvm)
            value = builder.load(pointer, align=4)
            return value if kind.bits == 32 else builder.fpext(value, kind.llvm)

        return kind(values, types.intp, like), code

    @intrinsic
    def alike(typing, like, value):
        kind = kind_of(like)

        def code(context, builder, signature, args):
            return _filled(builder, kind, args[1])

        return kind(like, types.float32 if kind.bits == 32 else types.float64), code

    return load, load_as, alike


@intrinsic
def fetch_ahead(typing, array, offset):
    """Have an element, and what lies beside it, come from memory while other work goes on."""

    def code(context, builder, signature, args):
        byte = ir.IntType(8).as_pointer()
        pointer = _pointer(context, builder, signature, args, 1, ir.IntType(8))
        sort = ir.FunctionType(ir.VoidType(), [byte, _INT32, _INT32, _INT32])
        function = cgutils.get_or_insert_function(builder.module, sort, "llvm.prefetch.p0i8")
        builder.call(function, [pointer, _lane(0), _lane(3), _lane(1)])  # read, keep, data
        return context.get_dummy_value()

    return types.none(array, types.intp), code


def _stored(array, place, value, scale):
    bits = _bits_of(array)
    vector = VectorType(bits, value.lanes).llvm

    def code(context, builder, signature, args):
        pointer = _pointer(context, builder, signature, args, scale, vector)
        rounded = args[2] if value.bits == bits else builder.fptrunc(args[2], vector)
        builder.store(rounded, pointer, align=bits // 8)
        return context.get_dummy_value()

    return types.none(array, types.intp, value), code


@intrinsic
def place_in(typing, array):
    """Where an array's elements begin, to be given to functions in the array's stead.

    Arrays are counted at every call, which for short functions costs more than their work. The
    caller has to hold the array as long as the place is used.
    """

    def code(context, builder, signature, args):
        return _data(context, builder, signature, args)

    return types.CPointer(array.dtype)(array), code


@intrinsic
def store(typing, array, place, value):
    """Put lanes into a flat array; float64 ones are rounded where the array is float32."""
    return _stored(array, place, value, value.lanes)


@intrinsic
def store_at(typing, array, offset, value):
    """:func:`store` from an offset on."""
    return _stored(array, offset, value, 1)


@intrinsic
def look_up(typing, table, index):
    """Lanes ``table[int(index)]`` of a flat array of the index' precision."""
    kind = VectorType(_bits_of(table), index.lanes)
    long, truth = (ir.VectorType(ir.IntType(bits), index.lanes) for bits in (64, 1))

    def constant(sort, value):
        return ir.Constant(sort, [value] * index.lanes)

    def code(context, builder, signature, args):
        data = context.make_array(signature.args[0])(context, builder, args[0]).data
        first = builder.insert_element(
            constant(long, 0), builder.ptrtoint(data, ir.IntType(64)), _lane(0)
        )
        zeros = ir.Constant(ir.VectorType(_INT32, index.lanes), [0] * index.lanes)
        first = builder.shuffle_vector(first, first, zeros)
        places = builder.mul(builder.fptosi(args[1], long), constant(long, kind.bits // 8))
        pointers = ir.VectorType(data.type, index.lanes)
        every = builder.inttoptr(builder.add(first, places), pointers)
        name = f"llvm.masked.gather.v{kind.lanes}f{kind.bits}.v{kind.lanes}p0f{kind.bits}"
        sort = ir.FunctionType(kind.llvm, [pointers, _INT32, truth, kind.llvm])
        gather = cgutils.get_or_insert_function(builder.module, sort, name)
        align = ir.Constant(_INT32, kind.bits // 8)
        empty = ir.Constant(kind.llvm, ir.Undefined)
        return builder.call(gather, [every, align, constant(truth, 1), empty])

    return kind(table, index), code


@intrinsic
def if_less(typing, a, b, yes, no):
    """Lanes of `yes` where a < b, else (also for NaN) of `no`."""

    def code(context, builder, signature, args):
        return builder.select(builder.fcmp_ordered("<", args[0], args[1]), args[2], args[3])

    return yes(a, b, yes, no), code


@intrinsic
def largest(typing, a):
    """The largest lane, as a number; lanes that are not NaN."""

    def code(context, builder, signature, args):
        best = builder.extract_element(args[0], _lane(0))
        for lane in range(1, a.lanes):
            value = builder.extract_element(args[0], _lane(lane))
            best = builder.select(builder.fcmp_ordered("<", best, value), value, best)
        return best

    return (types.float32 if a.bits == 32 else types.float64)(a), code


@intrinsic
def total(typing, a):
    """The sum of the lanes, as a number: neighbours first, then their sums."""

    def code(context, builder, signature, args):
        sums = [builder.extract_element(args[0], _lane(lane)) for lane in range(a.lanes)]
        while len(sums) > 1:
            sums = [builder.fadd(*sums[k : k + 2]) for k in range(0, len(sums), 2)]
        return sums[0]

    return (types.float32 if a.bits == 32 else types.float64)(a), code


def _call(builder, kind, name, *values):
    function = ir.FunctionType(kind.llvm, [kind.llvm] * len(values))
    name = f"llvm.{name}.v{kind.lanes}f{kind.bits}"
    return builder.call(cgutils.get_or_insert_function(builder.module, function, name), values)


@intrinsic
def multiply_add(typing, a, b, c):
    """``a * b + c``, in one rounding where the machine can."""

    def code(context, builder, signature, args):
        return _call(builder, a, "fmuladd", *args)

    return a(a, b, c), code


@intrinsic
def multiply_subtract(typing, a, b, c):
    """``c - a * b``, in one rounding where the machine can."""

    def code(context, builder, signature, args):
        return _call(builder, a, "fmuladd", builder.fneg(args[0]), args[1], args[2])

    return a(a, b, c), code


def _function(name):
    @intrinsic
    def apply(typing, a):
        def code(context, builder, signature, args):
            return _call(builder, a, name, args[0])

        return a(a), code

    return apply


square_root, absolute = _function("sqrt"), _function("fabs")
nearest = _function("rint")
"""Rounded to whole numbers."""


def _arithmetic(symbol, instruction):
    @intrinsic
    def apply(typing, a, b):
        def code(context, builder, signature, args):
            return getattr(builder, instruction)(*args)

        return a(a, b), code

    @overload(symbol)
    def implementation(a, b):
        if isinstance(a, VectorType) and a == b:
            return lambda a, b: apply(a, b)
        return None


_arithmetic(operator.add, "fadd")
_arithmetic(operator.sub, "fsub")
_arithmetic(operator.mul, "fmul")
_arithmetic(operator.truediv, "fdiv")
