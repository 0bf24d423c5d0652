package io.hashlake.app.doctor;

import io.hashlake.app.doctor.CheckResult.Status;
import java.io.IOException;

/**
 * Something that is looked at.
 *
 * @param name as it is listed
 */
record Check(String name, Examination examination) {

    /** Looks at it. */
    @FunctionalInterface
    interface Examination {

        /** @throws IOException if it cannot be used; the message says why, without secrets */
        Finding look() throws IOException, InterruptedException;
    }

    /** Returns the finding, and what to do about it. */
    record Finding(Status status, String found, String advice) {

        static Finding ok(String found) {
            return new Finding(Status.OK, found, "");
        }

        static Finding warning(String found, String advice) {
            return new Finding(Status.WARNING, found, advice);
        }

        static Finding failure(String found, String advice) {
            return new Finding(Status.FAILURE, found, advice);
        }
    }

    CheckResult run() throws InterruptedException {
        try {
            return result(examination.look());
        } catch (IOException | RuntimeException e) {
            return result(Finding.failure(String.valueOf(e.getMessage()), ""));
        }
    }

    CheckResult result(Finding finding) {
        return new CheckResult(name, finding.status(), finding.found(), finding.advice());
    }
}
