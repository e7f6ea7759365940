//go:build !(goexperiment.simd && amd64)

package net

// addRows adds to sum each row times its value; values of 0 are skipped. Two rows
// at a time take a quarter less than one by one.
func addRows(sum, values, rows []float32) {
	width, held := len(sum), -1
	for k, v := range values {
		switch {
		case v == 0:
		case held < 0:
			held = k
		default:
			addTwo(sum, rows[held*width:], values[held], rows[k*width:], v)
			held = -1
		}
	}
	if held >= 0 {
		addScaled(sum, rows[held*width:], values[held])
	}
}

func addTwo(sum, a []float32, v float32, b []float32, w float32) {
	a, b = a[:len(sum)], b[:len(sum)]
	for i := range sum {
		sum[i] += a[i]*v + b[i]*w
	}
}

// addScaled adds a row times v to sum.
func addScaled(sum, row []float32, v float32) {
	row = row[:len(sum)]
	for i := range sum {
		sum[i] += row[i] * v
	}
}
