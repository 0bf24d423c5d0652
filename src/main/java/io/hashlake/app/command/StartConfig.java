package io.hashlake.app.command;

import io.quarkus.runtime.ImageMode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/** Configuration of this process before Quarkus has booted. */
final class StartConfig {

    private StartConfig() {}

    /** In a native image, the provider still holds what was read while the image was built. */
    static SmallRyeConfig read() {
        return ImageMode.current() == ImageMode.NATIVE_RUN
                ? readAnew()
                : ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    static SmallRyeConfig readAnew() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .build();
    }
}
