package io.hashlake.app.command;

import picocli.CommandLine.Command;

/** Groups the commands for datasets. */
@Command(
        name = "dataset",
        description = "Loads CSV files into declared tables.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DatasetLoadCommand.class)
final class DatasetCommand {}
