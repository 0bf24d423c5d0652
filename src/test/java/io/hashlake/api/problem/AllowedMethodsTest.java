package io.hashlake.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {

    @Path("/api/v1/things")
    interface Things {
        @GET
        void list();

        @POST
        @Path("{name}/runs")
        void run();
    }

    @Test
    void anAddressAllowsWhatItsResourceDeclares() {
        AllowedMethods methods = new AllowedMethods(List.of(Things.class));
        assertThat(methods.of("/api/v1/things")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(methods.of("/api/v1/things/a b/runs")).isEqualTo("POST, OPTIONS");
        assertThat(methods.of("/api/v1/none")).isEqualTo("OPTIONS");
    }
}
