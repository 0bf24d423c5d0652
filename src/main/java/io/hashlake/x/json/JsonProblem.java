package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains why text is not JSON, for people who do not know the parser. */
public final class JsonProblem {

    private static final Pattern CONTROL = Pattern.compile("\\(CTRL-CHAR, code (\\d+)\\)");
    private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\('(.+?)' \\(code");
    private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '(.{1,40})");
    private static final Pattern BYTE = Pattern.compile("^Invalid UTF-8 .*(0x[0-9a-f]+)");

    private static final String NOT_UTF_8 = "it is not in UTF-8";

    private JsonProblem() {}

    /** The same, of which input it is known: the parser names the byte behind the wrong one. */
    static String of(JsonProcessingException error, byte[] input) {
        boolean isEncoding =
                BYTE.matcher(String.valueOf(error.getOriginalMessage())).find();
        int wrong = isEncoding ? wrongByte(input) : -1;
        return wrong < 0 ? of(error) : NOT_UTF_8 + ": it holds the byte 0x" + Integer.toHexString(wrong);
    }

    /** The first byte with which no character of UTF-8 begins, or one that is not whole; -1 if there is none. */
    private static int wrongByte(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        CharBuffer characters = CharBuffer.allocate(1 << 13);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(bytes, characters, true).isOverflow()) {
            characters.clear();
        }
        return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    /** A clause, such as {@code it ends in the middle}. */
    public static String of(JsonProcessingException error) {
        String message = String.valueOf(error.getOriginalMessage());
        if (error instanceof JsonEOFException) {
            return "it ends in the middle";
        }
        if (error instanceof StreamConstraintsException) {
            return message.contains("nesting") ? "it is nested too deeply" : "a name or number in it is too long";
        }
        Matcher control = CONTROL.matcher(message);
        return control.find() ? control(Integer.parseInt(control.group(1))) : unexpected(message);
    }

    /** The same for input that begins as no UTF-8 does: wider characters have a zero in every second byte. */
    static String ofEncoding(byte[] input) {
        boolean isNul = input.length > 1 && (input[0] | input[1]) == 0
                || input.length > 3 && (input[0] == 0 ? input[2] : input[3]) != 0 && (input[0] & input[1]) == 0;
        return isNul && input[0] >= 0 ? "it holds NUL bytes" : NOT_UTF_8;
    }

    private static String control(int code) {
        return switch (code) {
            case 0 -> "it holds a NUL byte";
            case '\n', '\r' -> "a line ends within a string";
            default -> "it holds the control character " + code;
        };
    }

    private static String unexpected(String message) {
        Matcher byteOf = BYTE.matcher(message);
        if (byteOf.find()) {
            return NOT_UTF_8 + ": it holds the byte " + byteOf.group(1);
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            return "there is a '" + character.group(1) + "' where none may be";
        }
        Matcher token = TOKEN.matcher(message);
        return token.find() ? "'" + token.group(1).replaceAll("'.*", "") + "' is no JSON" : "it is no JSON";
    }
}
