using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PimBot.Domain.Audit;

/// <summary>
/// The bytes that a hash covers: for each field its length in UTF-16 code units, a colon, the text in UTF-8 and a
/// semicolon; for a field that is absent <c>-;</c>.
/// </summary>
internal ref struct AuditFrames : IDisposable
{
    private const int Usual = 1024;
    private const int LongestLength = 12;
    private const int LongestUtf8 = 3;
    private const int LongestValue = 40;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Usual);
    private int length;

    public AuditFrames() { }

    public void Add(string? field)
    {
        if (field is null)
        {
            Absent();
        }
        else
        {
            Add(field.AsSpan());
        }
    }

    public void Add(long field)
    {
        Span<char> text = stackalloc char[LongestValue];
        field.TryFormat(text, out var written, provider: CultureInfo.InvariantCulture);
        Add(text[..written]);
    }

    public void Add(DateTime field)
    {
        Span<char> text = stackalloc char[LongestValue];
        field.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
        Add(text[..written]);
    }

    public void Add(Guid? field)
    {
        if (field is not { } id)
        {
            Absent();
            return;
        }

        Span<char> text = stackalloc char[LongestValue];
        id.TryFormat(text, out var written);
        Add(text[..written]);
    }

    public readonly string Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        return Convert.ToHexStringLower(hash);
    }

    public readonly string Hash(ReadOnlySpan<byte> key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes.AsSpan(0, length), hash);
        return Convert.ToHexStringLower(hash);
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private void Absent()
    {
        Reserve(2);
        bytes[length++] = (byte)'-';
        bytes[length++] = (byte)';';
    }

    private void Add(scoped ReadOnlySpan<char> field)
    {
        Reserve(LongestLength + (field.Length * LongestUtf8));
        field.Length.TryFormat(bytes.AsSpan(length), out var digits, provider: CultureInfo.InvariantCulture);
        length += digits;
        bytes[length++] = (byte)':';
        length += Encoding.UTF8.GetBytes(field, bytes.AsSpan(length));
        bytes[length++] = (byte)';';
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
