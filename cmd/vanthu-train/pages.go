package main

// pages measures what restoration does for Tesseract vie on scanned pages
// with exact transcriptions.
func (b *bench) pages() error { return nil }
