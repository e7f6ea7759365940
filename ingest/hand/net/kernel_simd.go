//go:build goexperiment.simd && amd64

package net

// The same as kernel.go, sixteen at a time, for training: GOEXPERIMENT=simd.

import "simd/archsimd"

const lanes = 16

func addRows(sum, values, rows []float32) {
	width, i := len(sum), 0
	for ; i+2*lanes <= width; i += 2 * lanes {
		a := archsimd.LoadFloat32x16Slice(sum[i:])
		b := archsimd.LoadFloat32x16Slice(sum[i+lanes:])
		for k, v := range values {
			if v != 0 {
				row, all := rows[k*width+i:], archsimd.BroadcastFloat32x16(v)
				a = archsimd.LoadFloat32x16Slice(row).MulAdd(all, a)
				b = archsimd.LoadFloat32x16Slice(row[lanes:]).MulAdd(all, b)
			}
		}
		a.StoreSlice(sum[i:])
		b.StoreSlice(sum[i+lanes:])
	}
	for k, v := range values {
		if v != 0 && i < width {
			addScaled(sum[i:], rows[k*width+i:], v)
		}
	}
}

func addScaled(sum, row []float32, v float32) {
	row = row[:len(sum)]
	all := archsimd.BroadcastFloat32x16(v)
	for len(sum) >= lanes {
		archsimd.LoadFloat32x16Slice(row).MulAdd(all, archsimd.LoadFloat32x16Slice(sum)).StoreSlice(sum)
		sum, row = sum[lanes:], row[lanes:]
	}
	for i := range sum {
		sum[i] += row[i] * v
	}
}
