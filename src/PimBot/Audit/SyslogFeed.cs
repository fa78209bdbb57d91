using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PimBot.Application.Audit;

namespace PimBot.Audit;

/// <summary>
/// Sends entries to a syslog server, a connection for each batch. Syslog has no answer: a batch counts as taken when the
/// server, told that nothing more comes, closes the connection in order. That it kept everything, only a webhook can say.
/// </summary>
internal sealed class SyslogFeed(IOptions<AuditOptions> options, TimeProvider time) : IAuditSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => AuditOutlets.FeedSyslog;

    public bool IsAnchor => false;

    public async Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        foreach (var entry in batch.Entries)
        {
            SyslogMessage.Write(body, entry, batch.Store);
        }

        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await SendAsync(options.Value.Feed, body.WrittenMemory, either.Token);
            return new AuditSent(batch.Entries.Count, null, null);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or SocketException
                        or AuthenticationException
                        or CryptographicException
                        or UnauthorizedAccessException
            )
        {
            return new AuditSent(0, null, failure.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new AuditSent(0, null, "timeout");
        }
    }

    private static async Task SendAsync(
        AuditFeedOptions feed,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation
    )
    {
        var address = SyslogAddress.Parse(feed.Syslog!)!;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, cancellation);
        await using var plain = new NetworkStream(socket, ownsSocket: false);
        if (!address.IsTls)
        {
            await plain.WriteAsync(body, cancellation);
            await CloseAsync(socket, plain, cancellation);
            return;
        }

        await using var secured = new SslStream(plain);
        await secured.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                CertificateChainPolicy = SyslogTrust.Of(feed.SyslogCertificates),
            },
            cancellation
        );
        await secured.WriteAsync(body, cancellation);
        await secured.ShutdownAsync();
        await CloseAsync(socket, secured, cancellation);
    }

    private static async Task CloseAsync(Socket socket, Stream stream, CancellationToken cancellation)
    {
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[256];
        while (await stream.ReadAsync(rest, cancellation) > 0) { }
    }
}
