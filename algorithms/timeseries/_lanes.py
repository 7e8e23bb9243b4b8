# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A numba type for several pixels side by side: one LLVM vector of `LANES` float64 values.

Kernels that are written with it read like scalar code and run on the widest vector instructions
of the machine, without depending on what LLVM's loop vectoriser makes of aliasing arrays. A lane
never sees its neighbours, so that a pixel's result does not depend on the batch it came in.

All functions work inside of ``@njit`` functions only. Offsets are in elements of the flat array
and are not checked. Numba's cache looks at the file of the calling kernel only: after a change here
touch ``_kernel.py`` too.
"""

from __future__ import annotations

import operator

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, models, overload, register_model

LANES = 16

_VECTOR = ir.VectorType(ir.DoubleType(), LANES)
_VECTOR32 = ir.VectorType(ir.FloatType(), LANES)
_INDEX = ir.VectorType(ir.IntType(32), LANES)


class LanesType(types.Type):
    """Numba's type of a vector of `LANES` float64 values."""

    def __init__(self):
        super().__init__(name=f"Lanes{LANES}")


lanes_type = LanesType()


@register_model(LanesType)
class _LanesModel(models.PrimitiveModel):
    def __init__(self, manager, kind):
        super().__init__(manager, kind, _VECTOR)


def _pointer(context, builder, array_type, array, offset, vector):
    data = context.make_array(array_type)(context, builder, array).data
    return builder.bitcast(builder.gep(data, [offset]), vector.as_pointer())


def _splat(builder, value):
    vector = builder.insert_element(ir.Constant(_VECTOR, ir.Undefined), value, _lane(0))
    zeros = ir.Constant(_INDEX, [0] * LANES)
    return builder.shuffle_vector(vector, ir.Constant(_VECTOR, ir.Undefined), zeros)


def _lane(index):
    return ir.Constant(ir.IntType(32), index)


def _call(builder, name, *values):
    kind = ir.FunctionType(_VECTOR, [_VECTOR] * len(values))
    function = cgutils.get_or_insert_function(builder.module, kind, f"llvm.{name}.v{LANES}f64")
    return builder.call(function, values)


@intrinsic
def load(typing, array, offset):
    """Lanes from a flat float64 array."""

    def code(context, builder, signature, args):
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1], _VECTOR)
        return builder.load(pointer, align=8)

    return lanes_type(array, types.intp), code


@intrinsic
def store(typing, array, offset, value):
    """Put lanes into a flat float64 array."""

    def code(context, builder, signature, args):
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1], _VECTOR)
        builder.store(args[2], pointer, align=8)
        return context.get_dummy_value()

    return types.none(array, types.intp, value), code


@intrinsic
def load32(typing, array, offset):
    """Lanes from a flat float32 array."""

    def code(context, builder, signature, args):
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1], _VECTOR32)
        return builder.fpext(builder.load(pointer, align=4), _VECTOR)

    return lanes_type(array, types.intp), code


@intrinsic
def store32(typing, array, offset, value):
    """Put lanes into a flat float32 array."""

    def code(context, builder, signature, args):
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1], _VECTOR32)
        builder.store(builder.fptrunc(args[2], _VECTOR32), pointer, align=4)
        return context.get_dummy_value()

    return types.none(array, types.intp, value), code


@intrinsic
def gather(typing, table, index):
    """Lanes ``table[int(index)]`` of a flat float64 array."""

    def code(context, builder, signature, args):
        data = context.make_array(signature.args[0])(context, builder, args[0]).data
        places = builder.fptosi(args[1], _INDEX)
        out = ir.Constant(_VECTOR, ir.Undefined)
        for lane in range(LANES):
            place = builder.extract_element(places, _lane(lane))
            out = builder.insert_element(out, builder.load(builder.gep(data, [place])), _lane(lane))
        return out

    return lanes_type(table, index), code


@intrinsic
def full(typing, value):
    """The same value in all lanes."""

    def code(context, builder, signature, args):
        return _splat(builder, args[0])

    return lanes_type(types.float64), code


@intrinsic
def if_less(typing, a, b, yes, no):
    """Lanes of `yes` where a < b, else (also for NaN) of `no`."""

    def code(context, builder, signature, args):
        return builder.select(builder.fcmp_ordered("<", args[0], args[1]), args[2], args[3])

    return lanes_type(a, b, yes, no), code


@intrinsic
def multiply_add(typing, a, b, c):
    """``a * b + c``, in one rounding where the machine can."""

    def code(context, builder, signature, args):
        return _call(builder, "fmuladd", *args)

    return lanes_type(a, b, c), code


@intrinsic
def absolute(typing, a):
    """Absolute values."""

    def code(context, builder, signature, args):
        return _call(builder, "fabs", *args)

    return lanes_type(a), code


@intrinsic
def nearest(typing, a):
    """Values rounded to whole numbers."""

    def code(context, builder, signature, args):
        return _call(builder, "rint", *args)

    return lanes_type(a), code


@intrinsic
def square_root(typing, a):
    """Square roots."""

    def code(context, builder, signature, args):
        return _call(builder, "sqrt", *args)

    return lanes_type(a), code


def _arithmetic(symbol, instruction):
    @intrinsic
    def apply(typing, a, b):
        def code(context, builder, signature, args):
            return getattr(builder, instruction)(*args)

        return lanes_type(a, b), code

    @overload(symbol)
    def implementation(a, b):
        if isinstance(a, LanesType) and isinstance(b, LanesType):
            return lambda a, b: apply(a, b)
        return None


_arithmetic(operator.add, "fadd")
_arithmetic(operator.sub, "fsub")
_arithmetic(operator.mul, "fmul")
_arithmetic(operator.truediv, "fdiv")
