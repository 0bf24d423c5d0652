package io.hashlake.app.command;

import picocli.CommandLine.Command;

/** What is done with datasets. */
@Command(
        name = "dataset",
        description = "Loads CSV files into declared tables.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DatasetLoadCommand.class)
final class DatasetCommand {}
