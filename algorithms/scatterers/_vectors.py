# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba types for `LANES` pixels side by side: an LLVM vector of float32 and one of float64.

The time series' :mod:`..timeseries._lanes` tells why. Here there are eight lanes, of which the
float32 fill one register of AVX2 and two of NEON: sums of products over a window want many
accumulators at a time. Lanes never see each other, so that a pixel's result does not depend on the
batch that it came in.

All functions work inside of ``@njit`` functions only. Places are in lanes (of `LANES` values) but
for :func:`load_at`, and are not checked. Numba's cache looks at the file of the calling kernel
only: after a change here touch the kernels' files, too.
"""

from __future__ import annotations

import operator

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, models, overload, register_model

LANES = 8

_INT32 = ir.IntType(32)
_INDEX = ir.VectorType(_INT32, LANES)


class VectorType(types.Type):
    """Numba's type of a vector of `LANES` values."""

    def __init__(self, bits):
        super().__init__(name=f"Pixels{LANES}x{bits}")
        self.bits = bits


single, double = VectorType(32), VectorType(64)
_KINDS = {
    32: ir.VectorType(ir.FloatType(), LANES),
    64: ir.VectorType(ir.DoubleType(), LANES),
}


@register_model(VectorType)
class _VectorModel(models.PrimitiveModel):
    def __init__(self, manager, kind):
        super().__init__(manager, kind, _KINDS[kind.bits])


def _pointer(context, builder, array_type, array, offset, vector):
    data = context.make_array(array_type)(context, builder, array).data
    return builder.bitcast(builder.gep(data, [offset]), vector.as_pointer())


def _scaled(builder, place):
    return builder.mul(place, ir.Constant(place.type, LANES))


def _splat(builder, value, vector):
    one = builder.insert_element(ir.Constant(vector, ir.Undefined), value, ir.Constant(_INT32, 0))
    zeros = ir.Constant(_INDEX, [0] * LANES)
    return builder.shuffle_vector(one, ir.Constant(vector, ir.Undefined), zeros)


def _of(array):
    return single if array.dtype == types.float32 else double


@intrinsic
def load(typing, array, place):
    """Lanes number `place` of a flat array, in its own precision."""
    kind = _of(array)

    def code(context, builder, signature, args):
        vector = _KINDS[kind.bits]
        offset = _scaled(builder, args[1])
        pointer = _pointer(context, builder, signature.args[0], args[0], offset, vector)
        return builder.load(pointer, align=kind.bits // 8)

    return kind(array, types.intp), code


@intrinsic
def load_at(typing, array, offset):
    """`LANES` values of a flat array from an offset on."""
    kind = _of(array)

    def code(context, builder, signature, args):
        vector = _KINDS[kind.bits]
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1], vector)
        return builder.load(pointer, align=kind.bits // 8)

    return kind(array, types.intp), code


@intrinsic
def wide(typing, array, place):
    """Lanes number `place` of a flat float32 array as float64."""

    def code(context, builder, signature, args):
        offset = _scaled(builder, args[1])
        pointer = _pointer(context, builder, signature.args[0], args[0], offset, _KINDS[32])
        return builder.fpext(builder.load(pointer, align=4), _KINDS[64])

    return double(array, types.intp), code


@intrinsic
def store(typing, array, place, value):
    """Put lanes into a flat array; float64 ones are rounded where the array is float32."""
    kind = _of(array)

    def code(context, builder, signature, args):
        vector = _KINDS[kind.bits]
        offset = _scaled(builder, args[1])
        pointer = _pointer(context, builder, signature.args[0], args[0], offset, vector)
        lanes = args[2]
        if lanes.type != vector:
            lanes = builder.fptrunc(lanes, vector)
        builder.store(lanes, pointer, align=kind.bits // 8)
        return context.get_dummy_value()

    return types.none(array, types.intp, value), code


@intrinsic
def full(typing, value):
    """The same float64 in all lanes."""

    def code(context, builder, signature, args):
        return _splat(builder, args[0], _KINDS[64])

    return double(types.float64), code


@intrinsic
def full32(typing, value):
    """The same float32 in all lanes."""

    def code(context, builder, signature, args):
        return _splat(builder, args[0], _KINDS[32])

    return single(types.float32), code


@intrinsic
def if_less(typing, a, b, yes, no):
    """Lanes of `yes` where a < b, else (also for NaN) of `no`."""

    def code(context, builder, signature, args):
        return builder.select(builder.fcmp_ordered("<", args[0], args[1]), args[2], args[3])

    return yes(a, b, yes, no), code


def _call(builder, name, *values):
    vector = values[0].type
    bits = 32 if vector == _KINDS[32] else 64
    kind = ir.FunctionType(vector, [vector] * len(values))
    name = f"llvm.{name}.v{LANES}f{bits}"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, name), values)


@intrinsic
def multiply_add(typing, a, b, c):
    """``a * b + c``, in one rounding where the machine can."""

    def code(context, builder, signature, args):
        return _call(builder, "fmuladd", *args)

    return a(a, b, c), code


@intrinsic
def multiply_subtract(typing, a, b, c):
    """``c - a * b``, in one rounding where the machine can."""

    def code(context, builder, signature, args):
        return _call(builder, "fmuladd", builder.fneg(args[0]), args[1], args[2])

    return a(a, b, c), code


@intrinsic
def square_root(typing, a):
    """Square roots."""

    def code(context, builder, signature, args):
        return _call(builder, "sqrt", args[0])

    return a(a), code


@intrinsic
def absolute(typing, a):
    """Absolute values."""

    def code(context, builder, signature, args):
        return _call(builder, "fabs", args[0])

    return a(a), code


@intrinsic
def largest(typing, a):
    """The largest lane, as a number; lanes that are not NaN."""

    def code(context, builder, signature, args):
        best = builder.extract_element(args[0], ir.Constant(_INT32, 0))
        for lane in range(1, LANES):
            value = builder.extract_element(args[0], ir.Constant(_INT32, lane))
            best = builder.select(builder.fcmp_ordered("<", best, value), value, best)
        return best

    return (types.float32 if a.bits == 32 else types.float64)(a), code


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
