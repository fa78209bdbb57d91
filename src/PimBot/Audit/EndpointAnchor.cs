using System.Text;
using Microsoft.Extensions.Options;
using PimBot.Application.Audit;

namespace PimBot.Audit;

/// <summary>Posts anchors, each as one JSON object that names the seal of the one before.</summary>
internal sealed class EndpointAnchor(IOptions<AuditOptions> options, AuditPost post) : IAuditSink
{
    public string Name => AuditOutlets.AnchorEndpoint;

    public bool IsAnchor => true;

    public async Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation)
    {
        var anchor = options.Value.Anchor;
        var line = AnchorLine.Of(FileAnchor.AnchorOf(batch), batch.Mark, anchor.Key);
        var error = await post.SendAsync(
            anchor.Endpoint!,
            Encoding.UTF8.GetBytes(line.Write()),
            "application/json",
            anchor.Token is null ? [] : [("Authorization", $"Bearer {anchor.Token}")],
            cancellation
        );
        return error is null ? new AuditSent(1, line.Seal, null) : new AuditSent(0, batch.Mark, error);
    }
}
