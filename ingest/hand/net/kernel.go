//go:build !(goexperiment.simd && amd64)

package net

// addRows adds to sum each row times its value; values of 0 are skipped.
func addRows(sum, values, rows []float32) {
	for k, v := range values {
		if v != 0 {
			addScaled(sum, rows[k*len(sum):], v)
		}
	}
}

// addScaled adds a row times v to sum.
func addScaled(sum, row []float32, v float32) {
	row = row[:len(sum)]
	for i := range sum {
		sum[i] += row[i] * v
	}
}
