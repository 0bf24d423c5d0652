package io.hashlake.api.value;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Network;
import io.hashlake.tweet.Sentiment;
import io.hashlake.warehouse.analytics.Interval;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types that parameters have, and how each is read. */
@Provider
public final class ParameterReaders implements ParamConverterProvider {

    private static final Map<Class<?>, ParameterReader<?>> ALL = Stream.of(
                    new ParameterReader<>(Moment.class, Moment.ALLOWED, Moment::new),
                    new ParameterReader<>(PeriodLength.class, PeriodLength.ALLOWED, PeriodLength::new),
                    new ParameterReader<>(ZoneId.class, Zones.ALLOWED, Zones::read),
                    new ParameterReader<>(Hashtag.class, HashtagText.ALLOWED, HashtagText::read),
                    new ParameterReader<>(RowCount.class, RowCount.ALLOWED, RowCount::of),
                    new ParameterReader<>(ExportCount.class, ExportCount.ALLOWED, ExportCount::of),
                    new ParameterReader<>(PageCursor.class, PageCursor.ALLOWED, PageCursor::decode),
                    new ParameterReader<>(PostId.class, PostId.ALLOWED, PostId::of),
                    new ParameterReader<>(ItemHash.class, ItemHash.ALLOWED, ItemHash::of),
                    new ParameterReader<>(UserId.class, UserId.ALLOWED, UserId::of),
                    new ParameterReader<>(SearchWords.class, SearchWords.ALLOWED, SearchWords::new),
                    new ParameterReader<>(UserName.class, UserName.ALLOWED, UserName::of),
                    new ParameterReader<>(LanguageTag.class, LanguageTag.ALLOWED, LanguageTag::new),
                    new ParameterReader<>(Boolean.class, "true or false", ParameterReaders::flag),
                    ParameterReader.choice(Interval.class),
                    ParameterReader.choice(Sentiment.Label.class),
                    ParameterReader.choice(Network.class),
                    ParameterReader.choice(RowFormat.class),
                    ParameterReader.choice(ExportFormat.class),
                    ParameterReader.choice(SqlFormat.class))
            .collect(Collectors.toMap(ParameterReader::type, Function.identity()));

    /** Null where parameters of that type are not checked. */
    public static ParameterReader<?> of(Class<?> type) {
        return ALL.get(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) of(type);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
