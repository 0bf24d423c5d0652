package io.hashlake.x.stream.client;

/** The end of a connection. */
public final class StreamBrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * @param type {@code ended}, {@code silent}, {@code network}, {@code budget}, or X's {@code disconnect_type} in lower case with
     *     underscores
     * @param reason for a person to read
     */
    public StreamBrokenException(String type, String reason) {
        super(reason, null, false, false);
        this.type = type;
    }

    /** Returns the kind of disconnection, one of a fixed list. */
    public String type() {
        return type;
    }
}
