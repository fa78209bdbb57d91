using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PimBot.Api.Answers;

/// <summary>Which part of a list is asked for: <c>$top</c> and, from the part before, <c>$skipToken</c>.</summary>
/// <param name="Top">How many at most.</param>
/// <param name="After">The key of the last one of the part before; null: from the beginning.</param>
internal sealed record PageAsk(int Top, string? After)
{
    public const int Usual = 100;
    public const int Most = 999;
    private const int LongestToken = 1000;

    /// <exception cref="ApiProblemException">A value is impossible.</exception>
    public static PageAsk Of(int? top, string? skipToken)
    {
        if (top is < 1 or > Most)
        {
            throw ApiProblemException.Bad($"$top is a whole number from 1 to {Most}.", "?$top");
        }

        return new PageAsk(top ?? Usual, skipToken is null ? null : Decode(skipToken));
    }

    /// <summary>The page of a list that is at hand, in the order of its keys.</summary>
    public ApiPage<T> Of<T>(HttpContext context, IEnumerable<T> all, Func<T, string> key) =>
        Page(
            context,
            [
                .. all.Where(item => After is null || string.CompareOrdinal(key(item), After) > 0)
                    .OrderBy(key, StringComparer.Ordinal)
                    .Take(Top + 1),
            ],
            key
        );

    /// <param name="context">Whose address the link repeats.</param>
    /// <param name="found">One more than asked for when there are more.</param>
    /// <param name="key">What the store goes on after.</param>
    public ApiPage<T> Page<T>(HttpContext context, IReadOnlyList<T> found, Func<T, string> key)
    {
        var shown = found.Take(Top).ToList();
        return new ApiPage<T>(shown) { NextLink = found.Count > Top ? Link(context.Request, key(shown[^1])) : null };
    }

    /// <summary>A page that was put together by its reader.</summary>
    /// <param name="context">Whose address the link repeats.</param>
    /// <param name="found">What is shown.</param>
    /// <param name="last">The key to go on after; null: this is the last page.</param>
    public static ApiPage<T> Page<T>(HttpContext context, IReadOnlyList<T> found, string? last) =>
        new(found) { NextLink = last is null ? null : Link(context.Request, last) };

    /// <summary>The same list with other members.</summary>
    public static ApiPage<TOut> Map<TIn, TOut>(ApiPage<TIn> page, Func<TIn, TOut> map) =>
        new([.. page.Value.Select(map)]) { NextLink = page.NextLink };

    private static string Link(HttpRequest request, string last)
    {
        var query = request
            .Query.Where(q => !q.Key.Equals("$skipToken", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(q => q.Key, q => (string?)q.Value, StringComparer.Ordinal);
        query["$skipToken"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }

    private static string Decode(string token)
    {
        try
        {
            return token.Length is > 0 and <= LongestToken
                ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(token))
                : throw new FormatException();
        }
        catch (Exception broken) when (broken is FormatException or DecoderFallbackException)
        {
            throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        }
    }
}
