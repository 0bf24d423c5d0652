package io.hashlake.simulator.request;

/** A request that X answers by 400, naming the parameter. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;

    public InvalidRequestException(String parameter, String value, String message) {
        super(message);
        this.parameter = parameter;
        this.value = value;
    }

    public String parameter() {
        return parameter;
    }

    public String value() {
        return value;
    }
}
