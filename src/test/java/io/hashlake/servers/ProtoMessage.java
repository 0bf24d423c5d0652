package io.hashlake.servers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Fields of a message in Protocol Buffers, by their numbers. */
record ProtoMessage(List<Field> fields) {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    record Field(int number, long value, byte[] content) {}

    static ProtoMessage of(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            fields.add(field(key >>> 3, key & 7, in));
        }
        return new ProtoMessage(fields);
    }

    private static Field field(int number, int type, ByteBuffer in) {
        return switch (type) {
            case VARINT -> new Field(number, varint(in), null);
            case FIXED_64 -> new Field(number, in.getLong(), null);
            case BYTES -> {
                byte[] content = new byte[(int) varint(in)];
                in.get(content);
                yield new Field(number, 0, content);
            }
            default -> new Field(number, in.getInt(), null);
        };
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    Stream<byte[]> bytes(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Field::content)
                .filter(Objects::nonNull);
    }

    LongStream numbers(int number) {
        return fields.stream()
                .filter(field -> field.number() == number && field.content() == null)
                .mapToLong(Field::value);
    }

    Stream<ProtoMessage> messages(int number) {
        return bytes(number).map(ProtoMessage::of);
    }

    String text(int number) {
        return bytes(number)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
