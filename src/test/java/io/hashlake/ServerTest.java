package io.hashlake;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that needs a server, a process or a browser of its own: {@code ./mvnw verify} runs it, {@code ./mvnw test} does
 * not. Both engines, Jupiter and jqwik, know tags of their own alone.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@org.junit.jupiter.api.Tag("server")
@net.jqwik.api.Tag("server")
public @interface ServerTest {}
