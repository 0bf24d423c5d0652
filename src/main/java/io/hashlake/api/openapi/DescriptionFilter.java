package io.hashlake.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation what all have: its formats, by its parameter {@code format}, and problems. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class DescriptionFilter implements OASFilter {

    private static final String OK = "200";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(DescriptionFilter::complete);
        AddedProperties.describe(api.getComponents().getSchemas().get("Post"));
    }

    private static void complete(Operation operation) {
        List<Parameter> parameters = withoutTwins(operation);
        operation.setParameters(parameters);
        APIResponse ok = operation.getResponses().getAPIResponse(OK);
        if (ok != null) {
            describe(ok, operation.getSummary(), parameters);
        }
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref(PROBLEM));
    }

    private static void describe(APIResponse ok, String summary, List<Parameter> parameters) {
        if ("OK".equals(ok.getDescription())) {
            ok.setDescription(summary);
        }
        parameters.stream()
                .filter(parameter -> parameter.getName().equals("format"))
                .findFirst()
                .ifPresent(format ->
                        MediaTypes.expand(ok.getContent(), format.getSchema().getEnumeration()));
    }

    /** Parameters of records are found twice. */
    private static List<Parameter> withoutTwins(Operation operation) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> byName.putIfAbsent(parameter.getIn() + parameter.getName(), parameter));
        return new ArrayList<>(byName.values());
    }
}
