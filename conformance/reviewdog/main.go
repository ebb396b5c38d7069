// Reads a report in reviewdog's Diagnostic Format from standard input, as reviewdog does, and
// writes back what it understood. What it does not know is an error.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/reviewdog/reviewdog/proto/rdf"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	report, err := io.ReadAll(os.Stdin)
	if err == nil {
		var result rdf.DiagnosticResult
		err = protojson.Unmarshal(report, &result)
		if err == nil {
			report, err = protojson.Marshal(&result)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(report)
}
