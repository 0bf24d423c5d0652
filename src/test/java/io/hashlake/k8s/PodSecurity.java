package io.hashlake.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules of Pod Security's profile "restricted" that concern Linux, and beyond it a root file system that is read-only and
 * no token of the API server.
 */
final class PodSecurity {

    private static final Set<String> VOLUMES = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private final JsonNode pod;
    private final List<String> violations = new ArrayList<>();

    private PodSecurity(JsonNode pod) {
        this.pod = pod;
    }

    /** Returns what a pod's specification does that it may not. */
    static List<String> violations(JsonNode pod) {
        PodSecurity check = new PodSecurity(pod);
        check.pod();
        List.of("initContainers", "containers", "ephemeralContainers")
                .forEach(kind -> pod.path(kind).forEach(check::container));
        return check.violations;
    }

    private void pod() {
        for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.path(namespace).asBoolean(), namespace);
        }
        pod.path("volumes").forEach(volume -> volume.fieldNames()
                .forEachRemaining(type -> require(VOLUMES.contains(type), "volume " + type)));
        require(!pod.path("automountServiceAccountToken").asBoolean(true), "token of the service account");
        require(pod.at("/securityContext/sysctls").isMissingNode(), "sysctls");
        shared(pod.path("securityContext"));
    }

    private void container(JsonNode container) {
        JsonNode context = container.path("securityContext");
        require(!context.path("privileged").asBoolean(), "privileged");
        require(!context.path("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation");
        require(context.path("readOnlyRootFilesystem").asBoolean(), "readOnlyRootFilesystem");
        require(context.at("/capabilities/drop").toString().equals("[\"ALL\"]"), "capabilities that are not dropped");
        context.at("/capabilities/add")
                .forEach(added -> require(added.asText().equals("NET_BIND_SERVICE"), "capability " + added.asText()));
        require(context.path("procMount").asText("Default").equals("Default"), "procMount");
        require(effective(context, "/runAsNonRoot").asBoolean(), "runAsNonRoot");
        require(SECCOMP.contains(effective(context, "/seccompProfile/type").asText()), "seccompProfile");
        container.path("ports").forEach(port -> require(port.path("hostPort").asInt() == 0, "hostPort"));
        shared(context);
    }

    private void shared(JsonNode context) {
        require(context.path("runAsUser").asInt(1) != 0, "runAsUser 0");
        require(context.path("seLinuxOptions").isMissingNode(), "seLinuxOptions");
        require(context.path("appArmorProfile").isMissingNode(), "appArmorProfile");
        require(context.path("windowsOptions").isMissingNode(), "windowsOptions");
    }

    /** A container's own setting, or else its pod's. */
    private JsonNode effective(JsonNode context, String path) {
        JsonNode own = context.at(path);
        return own instanceof MissingNode ? pod.path("securityContext").at(path) : own;
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            violations.add(rule);
        }
    }
}
