package io.hashlake.simulator.world;

import java.util.Arrays;
import java.util.List;

/**
 * A place of the world.
 *
 * @param box west, south, east and north in degrees
 */
public record SimulatedPlace(
        String id, String name, String fullName, String type, String countryCode, String country, List<Double> box) {

    static List<SimulatedPlace> all() {
        return WordLists.lines("places.txt").stream().map(SimulatedPlace::parse).toList();
    }

    private static SimulatedPlace parse(String line) {
        List<String> cells = WordLists.cells(line);
        List<Double> box =
                Arrays.stream(cells.get(6).split(" ")).map(Double::valueOf).toList();
        return new SimulatedPlace(
                cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), box);
    }
}
