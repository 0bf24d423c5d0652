package io.hashlake.live;

/** A colour as amounts of linear red, green and blue light. */
record Colour(double red, double green, double blue) {

    /** What people without one kind of cones see (Machado, Oliveira and Fernandes, 2009). */
    static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] CONES = {
        {0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}
    };

    private static final double[][] OKLAB = {
        {0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}
    };

    /** Written as {@code #rrggbb}. */
    static Colour of(String hex) {
        return new Colour(light(hex, 1), light(hex, 3), light(hex, 5));
    }

    private static double light(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    Colour seenWith(double[][] vision) {
        double[] seen = times(vision, red, green, blue);
        return new Colour(Math.max(0, seen[0]), Math.max(0, seen[1]), Math.max(0, seen[2]));
    }

    /** How different they look, in OKLab. */
    double distance(Colour other) {
        double[] one = oklab();
        double[] two = other.oklab();
        return Math.sqrt(Math.pow(one[0] - two[0], 2) + Math.pow(one[1] - two[1], 2) + Math.pow(one[2] - two[2], 2));
    }

    private double[] oklab() {
        double[] cones = times(CONES, red, green, blue);
        return times(OKLAB, Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2]));
    }

    private static double[] times(double[][] matrix, double x, double y, double z) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * x + matrix[i][1] * y + matrix[i][2] * z;
        }
        return product;
    }
}
