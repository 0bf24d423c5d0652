package io.hashlake.x.search;

import io.hashlake.tweet.Snowflake;
import io.hashlake.x.query.PackedQuery;
import io.hashlake.x.query.QueryPacker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which sources are asked for together. */
final class WalkPlanner {

    private final WalkServices services;
    private final QueryPacker packer;

    WalkPlanner(WalkServices services) {
        this.services = services;
        this.packer = new QueryPacker(services.settings().scope().maxQuery());
    }

    /**
     * Sources whose cursors stand near each other are asked for together. What failed last time comes last: if it fails again,
     * it keeps nothing else waiting.
     */
    List<SearchWalk> walks(List<SearchSource> ready) {
        List<SearchWalk> walks = new ArrayList<>();
        for (List<SearchSource> neighbours : neighbours(ready)) {
            for (PackedQuery packed : pack(neighbours)) {
                List<SearchSource> members = neighbours.stream()
                        .filter(source -> packed.members().contains(source.query()))
                        .toList();
                walks.add(new SearchWalk(services, packed.text(), members));
            }
        }
        walks.sort(Comparator.comparing(SearchWalk::isRetried));
        return walks;
    }

    private List<List<SearchSource>> neighbours(List<SearchSource> ready) {
        List<List<SearchSource>> groups = new ArrayList<>();
        List<SearchSource> sorted = ready.stream()
                .sorted(Comparator.comparing(SearchSource::isPackable)
                        .thenComparing(source -> source.cursor().until())
                        .thenComparing(source -> source.cursor().since())
                        .thenComparing(SearchSource::name))
                .toList();
        for (SearchSource source : sorted) {
            List<SearchSource> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || !areNeighbours(last.get(0), source)) {
                last = new ArrayList<>();
                groups.add(last);
            }
            last.add(source);
        }
        return groups;
    }

    private boolean areNeighbours(SearchSource first, SearchSource other) {
        Duration apart = Duration.between(
                Snowflake.time(first.cursor().since()),
                Snowflake.time(other.cursor().since()));
        return first.isPackable()
                && other.isPackable()
                && first.cursor().until() == other.cursor().until()
                && apart.compareTo(services.settings().interval().multipliedBy(2)) <= 0;
    }

    private List<PackedQuery> pack(List<SearchSource> neighbours) {
        return packer.pack(
                neighbours.stream().map(SearchSource::query).distinct().toList());
    }
}
