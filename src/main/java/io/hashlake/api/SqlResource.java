package io.hashlake.api;

import io.hashlake.api.request.Endpoint;
import io.hashlake.api.request.SqlStatement;
import io.hashlake.api.response.Delivery;
import io.hashlake.api.response.ResponseDeadline;
import io.hashlake.api.response.SqlEncoding;
import io.hashlake.warehouse.sql.SqlOutcome;
import io.hashlake.warehouse.sql.SqlQuery;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One query in SQL over the views of the schema {@code api}. */
@Path("/api/v1/sql")
@Endpoint
@Tag(name = "sql")
public class SqlResource {

    private final Statements statements;
    private final Delivery delivery;

    public SqlResource(Statements statements, Delivery delivery) {
        this.statements = statements;
        this.delivery = delivery;
    }

    /** A statement within JSON, for the API's description. */
    @Schema(name = "Statement")
    record SqlBody(
            @Schema(required = true, maxLength = SqlQuery.MAX_LENGTH)
            String sql) {}

    /** Runner of the statements. */
    public interface Statements extends Function<String, SqlOutcome> {}

    @POST
    @Operation(
            operationId = "sql",
            summary = "Run one query over the views of the schema api",
            description =
                    "One statement that begins with SELECT, VALUES, TABLE or WITH, within limits of time, rows and bytes, in a"
                            + " read-only transaction of a role that can read the views and do nothing else. What is cut off is told"
                            + " in the answer. docs/api.md lists the views.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            headers =
                    @Header(
                            name = "Hashlake-Truncated",
                            description = "Whether there are more rows than are allowed",
                            schema = @Schema(type = SchemaType.BOOLEAN)),
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(implementation = SqlAnswer.class)))
    public Response run(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "text/plain",
                                        schema = @Schema(type = SchemaType.STRING, maxLength = SqlQuery.MAX_LENGTH),
                                        example = "SELECT sentiment, count(*) FROM post GROUP BY sentiment"),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = SqlBody.class),
                                        example =
                                                "{\"sql\": \"SELECT id, created_at, text FROM post ORDER BY id DESC LIMIT 3\"}")
                            })
                    byte[] body,
            @BeanParam SqlEncoding encoding,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request)
            throws IOException {
        String sql =
                SqlStatement.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body == null ? new byte[0] : body);
        SqlOutcome outcome = statements.apply(sql);
        if (outcome instanceof SqlOutcome.Refused refused) {
            throw SqlAnswer.problem(refused).thrown();
        }
        SqlOutcome.Rows rows = (SqlOutcome.Rows) outcome;
        return Response.ok(
                        delivery.of(SqlAnswer.bytes(rows, encoding.encoding()), () -> ResponseDeadline.cutOff(request)))
                .header(HttpHeaders.CONTENT_TYPE, encoding.encoding().format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Hashlake-Truncated", rows.isCut())
                .build();
    }
}
