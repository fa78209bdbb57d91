using System.Net;
using Microsoft.Extensions.Http;

namespace PimBot.Testing;

/// <summary>
/// Lets every HttpClient of the host reach the fake channel, and the peers that a test has set up, only. Any other request throws, redirected ones too, and is
/// kept as a violation, since the caller may swallow what is thrown. The product's own handlers and their settings stay.
/// </summary>
internal sealed class OnlyTheFakeFilter(FakeChannel channel, IReadOnlyCollection<Uri> peers)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (builder.PrimaryHandler is SocketsHttpHandler sockets)
            {
                sockets.UseProxy = false;
                var connect = sockets.ConnectCallback;
                sockets.ConnectCallback = (context, cancellation) =>
                    IsAllowed(context.DnsEndPoint)
                        ? connect?.Invoke(context, cancellation) ?? ConnectAsync(context, cancellation)
                        : throw Refused(context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            }

            builder.AdditionalHandlers.Add(new Guard(this));
        };

    private InvalidOperationException Refused(string host, int port)
    {
        channel.Report("outgoing HTTP", $"{host}:{port} is not set up by the test");
        return new InvalidOperationException($"Unstubbed outgoing HTTP to {host}:{port}.");
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Tcp
        )
        {
            NoDelay = true,
        };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(DnsEndPoint endPoint) =>
        peers.Append(channel.Address).Any(peer => endPoint.Host == peer.Host && endPoint.Port == peer.Port);

    private sealed class Guard(OnlyTheFakeFilter filter) : DelegatingHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellation) =>
            base.Send(Checked(request), cancellation);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        ) => base.SendAsync(Checked(request), cancellation);

        private HttpRequestMessage Checked(HttpRequestMessage request)
        {
            var uri = request.RequestUri!;
            return filter.IsAllowed(new DnsEndPoint(uri.Host, uri.Port))
                ? request
                : throw filter.Refused(uri.Host, uri.Port);
        }
    }
}
