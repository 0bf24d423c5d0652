package io.hashlake.simulator.world;

/** The languages of the world and their shares. */
public enum SimulatedLanguage {
    EN("en", 0.45, "edited"),
    PT("pt", 0.8, "corrigido"),
    ES("es", 1, "corregido");

    private final String code;
    private final double upTo;
    private final String edited;

    SimulatedLanguage(String code, double upTo, String edited) {
        this.code = code;
        this.upTo = upTo;
        this.edited = edited;
    }

    /** The language on which a draw from 0 to 1 falls. */
    public static SimulatedLanguage of(double draw) {
        return draw < EN.upTo ? EN : draw < PT.upTo ? PT : ES;
    }

    public String code() {
        return code;
    }

    /** Returns the words that authors add to an edited post. */
    public String edited() {
        return edited;
    }
}
