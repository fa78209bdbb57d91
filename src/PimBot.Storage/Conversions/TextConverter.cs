using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PimBot.Storage.Conversions;

internal sealed class TextConverter() : ValueConverter<string, string>(text => StoredText.Clean(text), text => text);
