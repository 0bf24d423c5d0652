package io.hashlake.app.command.output;

import java.io.Console;

/** Asks on the terminal, twice. */
public final class Confirmation {

    private static final String WORD = "forget everything";

    private Confirmation() {}

    /** Without a terminal, nobody can confirm. */
    public static boolean isGiven() {
        Console terminal = System.console();
        if (terminal == null) {
            System.err.println("There is no terminal to confirm on: add --yes");
            return false;
        }
        String first = terminal.readLine("This cannot be undone. Type '%s' to go on: ", WORD);
        return WORD.equals(first) && "yes".equals(terminal.readLine("Are you sure? Type 'yes': "));
    }
}
