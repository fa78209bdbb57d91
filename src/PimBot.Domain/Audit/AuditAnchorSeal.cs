using System.Text;

namespace PimBot.Domain.Audit;

/// <summary>
/// Links anchors to each other as entries are: each seal covers its anchor and the seal before. With a key nobody without
/// it can make one; without, it shows only what was done carelessly.
/// </summary>
public static class AuditAnchorSeal
{
    private const string Hashed = "sha256:";
    private const string Keyed = "hmac-sha256:";

    /// <param name="anchor">The anchor.</param>
    /// <param name="previous">The seal of the anchor before it; null: it is the first.</param>
    /// <param name="key">A secret; null: there is none.</param>
    public static string Of(AuditAnchor anchor, string? previous, string? key)
    {
        using var frames = new AuditFrames();
        frames.Add(anchor.Store);
        frames.Add(anchor.Sequence);
        frames.Add(anchor.Hash);
        frames.Add(anchor.At.UtcDateTime);
        frames.Add(previous);
        return key is null ? Hashed + frames.Hash() : Keyed + frames.Hash(Encoding.UTF8.GetBytes(key));
    }
}
