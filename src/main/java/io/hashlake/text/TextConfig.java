package io.hashlake.text;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Analysis of the texts of posts. */
@ConfigMapping(prefix = "hashlake.text")
public interface TextConfig {

    /**
     * Languages that a text is recognised as where X does not know its language, as ISO 639-1 codes separated by commas. The
     * fewer, the surer. None recognises none and takes no memory.
     */
    @WithDefault("ar,bg,ca,cs,da,de,el,en,es,fa,fi,fr,he,hi,hr,hu,id,it,ja,ko,nl,no,pl,pt,ro,ru,sv,th,tr,uk,ur,vi,zh")
    Optional<String> languages();
}
