package io.hashlake.dataset.csv;

/** Tells where a record goes on in the next line: within quotes, which open at the beginning of a field alone. */
record Quotes(char delimiter, char quote) {

    /**
     * Returns whether a quote is open at the end of the line.
     *
     * @param wasOpen whether one was at its beginning
     */
    boolean isOpenAfter(String line, boolean wasOpen) {
        if (line.indexOf(quote) < 0) {
            return wasOpen;
        }
        boolean isOpen = wasOpen;
        boolean mayOpen = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                // Of a doubled quote, the first one closes and the second one opens again.
                mayOpen |= isOpen;
                isOpen = !isOpen && mayOpen;
            } else {
                mayOpen = !isOpen && c == delimiter;
            }
        }
        return isOpen;
    }
}
