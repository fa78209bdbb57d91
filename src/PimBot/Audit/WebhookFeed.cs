using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Options;
using PimBot.Application.Audit;

namespace PimBot.Audit;

/// <summary>
/// Posts entries in batches, one line each, signed as Standard Webhooks describes. The same entries come under the same
/// id, so that a receiver knows what it has already.
/// </summary>
internal sealed class WebhookFeed(IOptions<AuditOptions> options, AuditPost post) : IAuditSink
{
    private const int LargestBody = 256 * 1024;

    public string Name => AuditOutlets.FeedWebhook;

    public bool IsAnchor => false;

    public async Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation)
    {
        var feed = options.Value.Feed;
        var (body, count) = Body(batch);
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{batch.Store}-{batch.Entries[0].Sequence}-{batch.Entries[count - 1].Sequence}"
        );
        var timestamp = batch.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var error = await post.SendAsync(
            feed.Webhook!,
            body,
            "application/x-ndjson",
            [
                ("webhook-id", id),
                ("webhook-timestamp", timestamp),
                ("webhook-signature", WebhookSignature.Of(WebhookSignature.KeyOf(feed.Secret!)!, id, timestamp, body)),
            ],
            cancellation
        );
        return error is null ? new AuditSent(count, null, null) : new AuditSent(0, null, error);
    }

    /// <summary>As many as fit; one that does not fit alone goes alone.</summary>
    private static (byte[] Body, int Count) Body(AuditBatch batch)
    {
        var (body, line, count) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>(), 0);
        foreach (var entry in batch.Entries)
        {
            line.ResetWrittenCount();
            AuditLine.Write(line, entry, batch.Store);
            line.Write("\n"u8);
            if (count > 0 && body.WrittenCount + line.WrittenCount > LargestBody)
            {
                break;
            }

            body.Write(line.WrittenSpan);
            count++;
        }

        return (body.WrittenSpan.ToArray(), count);
    }
}
