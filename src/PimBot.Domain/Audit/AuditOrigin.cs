using System.Security.Cryptography;
using System.Text;
using PimBot.Domain.Activations;

namespace PimBot.Domain.Audit;

/// <summary>Where an event came from, and what belongs together with it. Set once for a unit of work, by the surface that began it.</summary>
/// <remarks>Made inert and limited here, so that no surface need think of it: both may hold what a client sent.</remarks>
public sealed record AuditOrigin
{
    public const int LongestSource = 200;
    public const int LongestCorrelation = 100;

    /// <summary>PimBot's own passes.</summary>
    public static readonly AuditOrigin Own = new(null, null);

    /// <param name="source">Such as <c>chat:msteams</c> or <c>api:203.0.113.7</c>; cut at <see cref="LongestSource"/>.</param>
    /// <param name="correlation">Such as a turn's key; what is longer than <see cref="LongestCorrelation"/> is hashed (SHA-256).</param>
    public AuditOrigin(string? source, string? correlation)
    {
        Source = InertText.Clean(source, LongestSource);
        Correlation =
            correlation?.Length > LongestCorrelation
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(correlation)))
                : InertText.Clean(correlation, LongestCorrelation);
    }

    /// <summary>Null: PimBot itself.</summary>
    public string? Source { get; }

    public string? Correlation { get; }

    /// <summary>The event with what it lacks of both.</summary>
    public AuditEvent Stamp(AuditEvent happened) =>
        happened with
        {
            Source = happened.Source ?? Source,
            Correlation = happened.Correlation ?? Correlation,
        };
}
