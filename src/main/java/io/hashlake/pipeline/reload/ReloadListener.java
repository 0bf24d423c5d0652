package io.hashlake.pipeline.reload;

/** Hears of what becomes of changed route files. */
public interface ReloadListener {

    /** The change is in force. */
    void applied(String file);

    /** The change is not in force; called once for each content. */
    void refused(RefusedFile file);
}
