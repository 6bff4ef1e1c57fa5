import { path } from '../geometry.ts';
import { band, border, type Drawing, dot, fold, panel, seam, shape, shine, stitch } from '../layers.ts';

export function cap(): Drawing {
  return {
    repeat: 0.8,
    floor: 318,
    layers: [
      panel(path`M84 246C74 160 122 108 196 106C266 106 304 154 300 232Q190 200 84 246Z`, {
        inside: [
          seam(path`M196 106C176 130 168 176 172 220M196 106C240 130 258 176 260 222`),
          stitch(path`M190 108C170 132 162 178 166 222M202 108C246 132 264 178 266 224`),
          fold(280, 150, 290, 226, 10),
          shine(118, 160, 106, 230, 9),
        ],
      }),
      panel(
        path`M82 244Q186 196 300 230C340 244 366 270 362 288Q352 296 330 286C256 254 160 254 98 272Q82 264 82 244Z`,
        {
          turn: 8,
          shade: 'down',
          inside: [
            stitch(path`M92 252Q190 212 300 244Q336 256 352 280`),
            stitch(path`M92 262Q190 226 296 254Q330 266 346 284`),
          ],
        },
      ),
      dot(197, 106, 8, 'plain'),
      panel(
        path`M194 152C212 152 222 164 222 178C222 192 212 200 198 200C186 200 176 192 176 178C176 164 184 152 194 152Z`,
        {
          paint: 'ivory',
          shade: 'lit',
          inside: [
            shape(
              path`M199 160L203 172L214 173L205 180L209 192L199 185L189 192L193 180L184 173L195 172Z`,
              'trim',
            ),
          ],
        },
      ),
      dot(240, 140, 2.6, 'lining'),
      dot(144, 142, 2.6, 'lining'),
    ],
    place: { x: -14, y: 14, scale: 1 },
  };
}

export function hat(): Drawing {
  return {
    floor: 318,
    repeat: 0.8,
    layers: [
      panel(
        path`M36 268C40 226 120 208 200 208C280 208 360 226 364 268C364 300 290 316 200 316C110 316 36 300 36 268Z`,
        {
          shade: 'round',
          inside: [
            seam(
              path`M56 270C64 238 130 222 200 222C270 222 336 238 344 270C338 294 280 304 200 304C120 304 62 294 56 270Z`,
              1,
              0.4,
            ),
            fold(110, 250, 70, 296, 10),
          ],
        },
      ),
      panel(
        path`M112 264C108 200 124 128 158 118Q180 112 200 122Q220 112 242 118C276 128 292 200 288 264Q200 292 112 264Z`,
        {
          inside: [
            shape(path`M160 118Q200 140 240 118Q222 150 200 150Q178 150 160 118Z`, 'shadow', 0.2),
            fold(262, 140, 276, 250, 12),
            shine(136, 150, 126, 240, 10),
          ],
        },
      ),
      panel(path`M111 232Q200 262 289 232L288 264Q200 293 112 264Z`, {
        paint: 'leather-dark',
        shade: 'round',
      }),
      panel(path`M262 238L284 232L282 270L260 276Z`, { paint: 'leather-dark', shade: 'lit' }),
    ],
  };
}

export function turban(): Drawing {
  const wraps = [0, 1, 2, 3, 4];
  return {
    floor: 330,
    layers: [
      panel(path`M262 262Q308 268 314 326Q316 366 300 392Q280 396 266 384Q280 330 252 280Z`, {
        turn: -10,
        shade: 'dim',
        inside: [fold(280, 266, 292, 392, 8), ...border(path`M256 378Q286 390 316 378`, 12)],
      }),
      panel(path`M70 258C60 168 118 92 200 90C282 92 340 168 330 258Q268 304 200 304Q132 304 70 258Z`, {
        turn: -32,
        inside: wraps.flatMap((step) => {
          const line = path`M${64 + step * 4} ${262 - step * 34}C150 ${262 - step * 36} 250 ${206 - step * 26} ${336 - step * 10} ${152 - step * 14}`;
          return [band(line, 'shadow', 9, 0.14), seam(line)];
        }),
      }),
      panel(path`M330 258Q304 284 262 296C222 240 158 186 98 150Q112 126 134 112C204 138 292 190 330 258Z`, {
        turn: 42,
        shade: 'round',
        inside: [0, 1, 2].flatMap((step) => {
          const line = path`M${104 + step * 10} ${146 - step * 10}C${166 + step * 8} ${178 - step * 8} ${236 + step * 12} ${232 - step * 6} ${272 + step * 18} ${300 - step * 8}`;
          return [band(line, 'shadow', 6, 0.12), seam(line, 1)];
        }),
      }),
      // Kalgi: plume and jewel.
      panel(path`M194 128C172 98 180 58 206 34C224 64 222 102 208 128Z`, {
        paint: 'ivory',
        shade: 'lit',
        inside: [
          seam(path`M202 128Q197 88 205 40`),
          seam(path`M200 108L190 92M200 92L191 74M202 108L214 92M202 92L214 74`, 0.9, 0.5),
        ],
      }),
      panel(
        path`M202 122C220 122 228 138 224 154C220 170 210 178 202 188C194 178 184 170 180 154C176 138 184 122 202 122Z`,
        { paint: 'metal', shade: 'none', inside: [dot(202, 148, 10, 'stone')] },
      ),
      dot(202, 195, 6, 'ivory'),
    ],
    repeat: 0.8,
    place: { x: 0, y: 4, scale: 1 },
  };
}
