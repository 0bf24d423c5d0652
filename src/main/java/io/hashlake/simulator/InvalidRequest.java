package io.hashlake.simulator;

/** A request that X answers by 400, naming the parameter. */
final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;

    InvalidRequest(String parameter, String value, String message) {
        super(message);
        this.parameter = parameter;
        this.value = value;
    }

    String parameter() {
        return parameter;
    }

    String value() {
        return value;
    }
}
