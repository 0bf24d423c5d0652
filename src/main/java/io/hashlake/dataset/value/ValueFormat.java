package io.hashlake.dataset.value;

/** Format of a column's values. */
public interface ValueFormat {

    /** Returns PostgreSQL's type for them, as its catalog spells it. */
    String sqlType();

    /**
     * Returns the value as PostgreSQL reads it.
     *
     * @param text not empty, without white space around it
     * @throws InvalidValueException if it is none, or none that is allowed
     */
    String canonical(String text) throws InvalidValueException;
}
