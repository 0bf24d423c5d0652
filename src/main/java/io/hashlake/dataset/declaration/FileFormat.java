package io.hashlake.dataset.declaration;

import java.nio.charset.Charset;

/** Format of the files of a dataset. */
public record FileFormat(char delimiter, char quote, Charset encoding) {}
