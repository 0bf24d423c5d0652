package io.hashlake.api;

import io.hashlake.api.request.Parameters;
import io.hashlake.api.request.SqlStatement;
import io.hashlake.api.response.Delivery;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.api.response.Responder;
import io.hashlake.api.response.ResponseDeadline;
import io.hashlake.warehouse.sql.SqlOutcome;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** One query in SQL over the views of the schema {@code api}. */
@Path("/api/v1/sql")
public class SqlResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.TEXT);

    private final Statements statements;
    private final Responder responder;
    private final Delivery delivery;

    public SqlResource(Statements statements, Responder responder, Delivery delivery) {
        this.statements = statements;
        this.delivery = delivery;
        this.responder = responder;
    }

    /** Runner of the statements. */
    public interface Statements extends Function<String, SqlOutcome> {}

    @POST
    public Response run(
            byte[] body, @Context UriInfo uri, @Context HttpHeaders headers, @Context HttpServerRequest request)
            throws IOException {
        Parameters parameters = responder.parameters(uri.getQueryParameters());
        Encoding encoding = Responder.encoding(parameters, headers, FORMATS);
        parameters.done();
        String sql =
                SqlStatement.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body == null ? new byte[0] : body);
        SqlOutcome outcome = statements.apply(sql);
        if (outcome instanceof SqlOutcome.Refused refused) {
            throw SqlAnswer.problem(refused).thrown();
        }
        SqlOutcome.Rows rows = (SqlOutcome.Rows) outcome;
        return Response.ok(delivery.of(SqlAnswer.bytes(rows, encoding), () -> ResponseDeadline.cutOff(request)))
                .header(HttpHeaders.CONTENT_TYPE, encoding.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Hashlake-Truncated", rows.isCut())
                .build();
    }
}
