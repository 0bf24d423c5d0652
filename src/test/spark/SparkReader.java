import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs the statements of the first file in Spark and writes all their rows to the second, columns parted by bars. */
public final class SparkReader {

    private SparkReader() {}

    public static void main(String[] arguments) throws Exception {
        try (SparkSession spark = SparkSession.builder()
                        .master("local[1]")
                        .config("spark.ui.enabled", "false")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.driver.host", "127.0.0.1")
                        .config("spark.sql.shuffle.partitions", "1")
                        .getOrCreate();
                PrintWriter output = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
            for (String statement : Files.readString(Path.of(arguments[0])).split(";\\s*(?:\\n|$)")) {
                for (Row row : spark.sql(statement).collectAsList()) {
                    output.println(row.mkString("|"));
                }
            }
        }
    }
}
