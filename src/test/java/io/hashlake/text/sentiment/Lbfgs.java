package io.hashlake.text.sentiment;

import java.util.ArrayDeque;
import java.util.Iterator;

/** Finds the minimum of a convex function by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 7.2). */
final class Lbfgs {

    /** A function and its gradient. */
    interface Function {
        /** The value at the point; the gradient there is put into the array. */
        double at(double[] point, double[] gradient);
    }

    /** Where the walk stands, with the value and the gradient there. */
    private record Place(double[] point, double value, double[] gradient) {}

    /** What a step changed in point and gradient, and one by their product. */
    private record Step(double[] move, double[] turn, double scale) {}

    private static final int MEMORY = 6;
    private static final double ENOUGH = 1e-6;
    private static final double DECREASE = 1e-4;
    private static final double SHORTEST = 1e-9;

    private final Function function;
    private final ArrayDeque<Step> memory = new ArrayDeque<>();

    private Lbfgs(Function function) {
        this.function = function;
    }

    /** Walks from 0, at most so many steps. */
    static double[] minimum(Function function, int size, int steps) {
        Lbfgs walk = new Lbfgs(function);
        Place place = walk.at(new double[size]);
        for (int i = 0; i < steps; i++) {
            Place next = walk.step(place);
            if (place.value - next.value < ENOUGH * Math.abs(place.value)) {
                break;
            }
            walk.remember(place, next);
            place = next;
        }
        return place.point;
    }

    private Place at(double[] point) {
        double[] gradient = new double[point.length];
        double value = function.at(point, gradient);
        return new Place(point, value, gradient);
    }

    /** Halves the step until the value falls as it should. */
    private Place step(Place place) {
        double[] direction = direction(place.gradient);
        double slope = dot(direction, place.gradient);
        double length = memory.isEmpty() ? 1 / Math.sqrt(dot(place.gradient, place.gradient)) : 1;
        Place next = at(sum(place.point, direction, length));
        while (next.value > place.value + DECREASE * length * slope && length > SHORTEST) {
            length /= 2;
            next = at(sum(place.point, direction, length));
        }
        return next;
    }

    private void remember(Place place, Place next) {
        double[] move = sum(next.point, place.point, -1);
        double[] turn = sum(next.gradient, place.gradient, -1);
        memory.addLast(new Step(move, turn, 1 / dot(move, turn)));
        if (memory.size() > MEMORY) {
            memory.removeFirst();
        }
    }

    private double[] direction(double[] gradient) {
        double[] direction = sum(new double[gradient.length], gradient, -1);
        double[] shares = new double[memory.size()];
        int i = shares.length;
        for (Iterator<Step> steps = memory.descendingIterator(); steps.hasNext(); ) {
            Step step = steps.next();
            shares[--i] = step.scale * dot(step.move, direction);
            direction = sum(direction, step.turn, -shares[i]);
        }
        if (!memory.isEmpty()) {
            Step last = memory.getLast();
            direction = sum(new double[gradient.length], direction, 1 / (last.scale * dot(last.turn, last.turn)));
        }
        for (Step step : memory) {
            direction = sum(direction, step.move, shares[i++] - step.scale * dot(step.turn, direction));
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] sum(double[] a, double[] b, double times) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + times * b[i];
        }
        return sum;
    }
}
