package io.hashlake.simulator.query;

import io.hashlake.simulator.world.PostKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A search query, parsed. Texts in it are folded already. */
public sealed interface ParsedQuery {

    boolean matches(CandidatePost candidate);

    /** Hashtags of which every match carries at least one; empty if none can be told. */
    default Optional<Set<String>> requiredHashtags() {
        return Optional.empty();
    }

    /** Returns whether the query may stand alone: X requires something to look for beside conditions and negations. */
    default boolean isStandalone() {
        return true;
    }

    record Hashtag(String folded) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.hasHashtag(folded);
        }

        @Override
        public Optional<Set<String>> requiredHashtags() {
            return Optional.of(Set.of(folded));
        }
    }

    /** Words that follow one another. */
    record Words(String folded) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.words().contains(folded);
        }
    }

    record Mention(String username) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.mentions(username);
        }
    }

    record From(String username) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.author().username().equalsIgnoreCase(username);
        }
    }

    record Written(String language) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.language().equals(language);
        }

        @Override
        public boolean isStandalone() {
            return false;
        }
    }

    record Is(PostKind kind) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return candidate.kind() == kind;
        }

        @Override
        public boolean isStandalone() {
            return false;
        }
    }

    record Not(ParsedQuery query) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return !query.matches(candidate);
        }

        @Override
        public boolean isStandalone() {
            return false;
        }
    }

    record And(List<ParsedQuery> queries) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return queries.stream().allMatch(query -> query.matches(candidate));
        }

        @Override
        public Optional<Set<String>> requiredHashtags() {
            return queries.stream()
                    .flatMap(query -> query.requiredHashtags().stream())
                    .findFirst();
        }

        @Override
        public boolean isStandalone() {
            return queries.stream().anyMatch(ParsedQuery::isStandalone);
        }
    }

    record Or(List<ParsedQuery> queries) implements ParsedQuery {
        @Override
        public boolean matches(CandidatePost candidate) {
            return queries.stream().anyMatch(query -> query.matches(candidate));
        }

        @Override
        public Optional<Set<String>> requiredHashtags() {
            Set<String> all = new HashSet<>();
            for (ParsedQuery query : queries) {
                Optional<Set<String>> required = query.requiredHashtags();
                if (required.isEmpty()) {
                    return required;
                }
                all.addAll(required.get());
            }
            return Optional.of(all);
        }

        @Override
        public boolean isStandalone() {
            return queries.stream().allMatch(ParsedQuery::isStandalone);
        }
    }
}
