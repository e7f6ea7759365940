// Command vanthu turns folders of scanned Vietnamese administrative documents
// into an archive people can search, compare and trust.
package main

func main() {}
