package clinic.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text into maps, lists, strings, booleans, {@link Numeral}s and {@link Nothing}. Stricter than a binder:
 * bytes that are not UTF-8, a name twice in one object and senseless depth are refused, and a number stays the digits it
 * was written with, so that {@code 1e999999999} costs nothing.
 */
final class JsonText {
    private static final int DEEPEST = 32;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** A number as it was written. */
    record Numeral(String text) {}

    /** The value {@code null}. */
    enum Nothing {
        NULL
    }

    private final JsonParser parser;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static Object parse(byte[] body) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(decode(body)))) {
            JsonText text = new JsonText(parser);
            Object value = text.value(parser.next(), 0);
            if (parser.hasNext()) {
                throw new MalformedJson("more than one value");
            }
            return value;
        } catch (JsonParsingException broken) {
            throw new MalformedJson("not JSON", broken);
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new MalformedJson("not UTF-8", broken);
        }
    }

    private Object value(JsonParser.Event event, int depth) {
        if (depth >= DEEPEST) {
            throw new MalformedJson("nested too deeply");
        }
        return switch (event) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> new Numeral(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Nothing.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new MalformedJson("no value");
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            if (members.containsKey(name)) {
                throw new MalformedJson("a name twice");
            }
            members.put(name, value(parser.next(), depth + 1));
        }
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(event, depth + 1));
        }
        return items;
    }
}
