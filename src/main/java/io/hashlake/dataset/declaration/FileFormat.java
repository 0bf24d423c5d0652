package io.hashlake.dataset.declaration;

import java.nio.charset.Charset;

/** How the files of a dataset are written. */
public record FileFormat(char delimiter, char quote, Charset encoding) {}
